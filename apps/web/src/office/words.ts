import type { Language } from "../language.tsx";

const vi = {
  asking: "Đang hỏi máy chủ…",
  failed: "Chưa lấy được số liệu",
  offline: "Không có mạng",
  again: "Thử lại",
  signInFirst: "Hãy đăng nhập",
  signInWhy: "Trang này cho xem và làm việc với số liệu của đơn vị, nên cần biết bạn là ai.",
  signIn: "Đăng nhập",
  notForYou: "Trang này chưa mở cho bạn",
  notForYouHow: "Vai trò của bạn chưa bao gồm việc này. Nếu cần, hãy nhờ người quản trị của tỉnh giao thêm vai trò.",
};

type Words = typeof vi;

const en: Words = {
  asking: "Asking the server…",
  failed: "The figures did not come",
  offline: "There is no network",
  again: "Try again",
  signInFirst: "Please sign in",
  signInWhy: "This page is about the figures of a unit, so it has to know who you are.",
  signIn: "Sign in",
  notForYou: "This page is not open to you",
  notForYouHow: "Your roles do not include this. If you need it, ask the administrator of your province.",
};

export const words: Readonly<Record<Language, Words>> = { vi, en };
